// oneDNN 2's descriptors hold arrays of fixed length, which Swift sees as tuples of twelve; so they are filled here.
// Every function works on row-major matrices and returns oneDNN's status. Primitives are made anew each time: oneDNN keeps
// the compiled ones and finds them again.
#pragma once

#include <oneapi/dnnl/dnnl.h>
#include <stddef.h>
#include <stdint.h>

// libgomp's, whose header only GCC knows. Holds for the calling thread.
extern void omp_set_num_threads(int count);

static inline void lectern_dnnl_matrix(
    dnnl_memory_desc_t *matrix, int64_t rows, int64_t columns, dnnl_data_type_t type, dnnl_format_tag_t tag) {
  dnnl_dims_t dims = {rows, columns};
  dnnl_memory_desc_init_by_tag(matrix, 2, dims, type, tag);
}

// rows × inputs · inputs × outputs + bias, then GELU if asked, or added to what the result holds if asked.
static inline dnnl_status_t lectern_dnnl_linear_make(
    dnnl_primitive_desc_t *made, dnnl_engine_t engine, int64_t rows, int64_t inputs, int64_t outputs,
    dnnl_data_type_t type, const dnnl_memory_desc_t *weights, int gelu, int add) {
  dnnl_memory_desc_t source, free_weights, bias, result;
  lectern_dnnl_matrix(&source, rows, inputs, type, dnnl_ab);
  lectern_dnnl_matrix(&free_weights, inputs, outputs, type, dnnl_format_tag_any);
  lectern_dnnl_matrix(&bias, 1, outputs, dnnl_f32, dnnl_ab);
  lectern_dnnl_matrix(&result, rows, outputs, dnnl_f32, dnnl_ab);
  dnnl_matmul_desc_t operation;
  dnnl_status_t status = dnnl_matmul_desc_init(&operation, &source, weights ? weights : &free_weights, &bias, &result);
  if (status != dnnl_success) return status;
  dnnl_post_ops_t after;
  dnnl_primitive_attr_t attributes;
  dnnl_post_ops_create(&after);
  if (add) dnnl_post_ops_append_sum(after, 1);
  if (gelu) dnnl_post_ops_append_eltwise(after, 1, dnnl_eltwise_gelu_erf, 0, 0);
  dnnl_primitive_attr_create(&attributes);
  dnnl_primitive_attr_set_post_ops(attributes, after);
  status = dnnl_primitive_desc_create(made, &operation, attributes, engine, NULL);
  dnnl_primitive_attr_destroy(attributes);
  dnnl_post_ops_destroy(after);
  return status;
}

// How the weights of such a product should lie in memory.
static inline dnnl_status_t lectern_dnnl_linear_layout(
    dnnl_memory_desc_t *layout, dnnl_engine_t engine, int64_t rows, int64_t inputs, int64_t outputs,
    dnnl_data_type_t type) {
  dnnl_primitive_desc_t made;
  dnnl_status_t status = lectern_dnnl_linear_make(&made, engine, rows, inputs, outputs, type, NULL, 0, 0);
  if (status != dnnl_success) return status;
  *layout = *dnnl_primitive_desc_query_md(made, dnnl_query_weights_md, 0);
  return dnnl_primitive_desc_destroy(made);
}

typedef struct {
  int argument;
  const dnnl_memory_desc_t *layout;
  void *values;
} lectern_dnnl_operand;

// Runs what was made, and destroys it.
static inline dnnl_status_t lectern_dnnl_run(
    dnnl_primitive_desc_t made, dnnl_engine_t engine, dnnl_stream_t stream, const lectern_dnnl_operand *operands,
    int count) {
  dnnl_exec_arg_t arguments[8];
  dnnl_primitive_t primitive = NULL;
  dnnl_status_t status = dnnl_primitive_create(&primitive, made);
  dnnl_primitive_desc_destroy(made);
  int ready = 0;
  for (; status == dnnl_success && ready < count && ready < 8; ready++) {
    arguments[ready].arg = operands[ready].argument;
    status = dnnl_memory_create(&arguments[ready].memory, operands[ready].layout, engine, operands[ready].values);
    if (status != dnnl_success) break;
  }
  if (status == dnnl_success) status = dnnl_primitive_execute(primitive, stream, ready, arguments);
  if (status == dnnl_success) status = dnnl_stream_wait(stream);
  while (ready > 0) dnnl_memory_destroy(arguments[--ready].memory);
  if (primitive) dnnl_primitive_destroy(primitive);
  return status;
}

// Copies a matrix into another type or layout.
static inline dnnl_status_t lectern_dnnl_copy(
    dnnl_engine_t engine, dnnl_stream_t stream, const dnnl_memory_desc_t *from, const void *source,
    const dnnl_memory_desc_t *to, void *target) {
  dnnl_primitive_desc_t made;
  dnnl_status_t status = dnnl_reorder_primitive_desc_create(&made, from, engine, to, engine, NULL);
  if (status != dnnl_success) return status;
  lectern_dnnl_operand operands[] = {{DNNL_ARG_FROM, from, (void *)source}, {DNNL_ARG_TO, to, target}};
  return lectern_dnnl_run(made, engine, stream, operands, 2);
}

// The source is of the weights' type.
static inline dnnl_status_t lectern_dnnl_linear(
    dnnl_engine_t engine, dnnl_stream_t stream, int64_t rows, int64_t inputs, int64_t outputs, dnnl_data_type_t type,
    const void *source, const dnnl_memory_desc_t *layout, const void *weights, const float *bias, float *result,
    int gelu, int add) {
  dnnl_primitive_desc_t made;
  dnnl_status_t status = lectern_dnnl_linear_make(&made, engine, rows, inputs, outputs, type, layout, gelu, add);
  if (status != dnnl_success) return status;
  dnnl_memory_desc_t source_matrix, bias_matrix, result_matrix;
  lectern_dnnl_matrix(&source_matrix, rows, inputs, type, dnnl_ab);
  lectern_dnnl_matrix(&bias_matrix, 1, outputs, dnnl_f32, dnnl_ab);
  lectern_dnnl_matrix(&result_matrix, rows, outputs, dnnl_f32, dnnl_ab);
  lectern_dnnl_operand operands[] = {
      {DNNL_ARG_SRC, &source_matrix, (void *)source},
      {DNNL_ARG_WEIGHTS, layout, (void *)weights},
      {DNNL_ARG_BIAS, &bias_matrix, (void *)bias},
      {DNNL_ARG_DST, &result_matrix, result}};
  return lectern_dnnl_run(made, engine, stream, operands, 4);
}

// Softmax of each row, in place.
static inline dnnl_status_t lectern_dnnl_softmax(
    dnnl_engine_t engine, dnnl_stream_t stream, int64_t rows, int64_t columns, float *values) {
  dnnl_memory_desc_t matrix;
  lectern_dnnl_matrix(&matrix, rows, columns, dnnl_f32, dnnl_ab);
  dnnl_softmax_v2_desc_t operation;
  dnnl_status_t status = dnnl_softmax_v2_forward_desc_init(
      &operation, dnnl_forward_inference, dnnl_softmax_accurate, &matrix, &matrix, 1);
  if (status != dnnl_success) return status;
  dnnl_primitive_desc_t made;
  status = dnnl_primitive_desc_create(&made, &operation, NULL, engine, NULL);
  if (status != dnnl_success) return status;
  lectern_dnnl_operand operands[] = {{DNNL_ARG_SRC, &matrix, values}, {DNNL_ARG_DST, &matrix, values}};
  return lectern_dnnl_run(made, engine, stream, operands, 2);
}

// Each row to mean 0 and variance 1, then scaled and shifted, in place.
static inline dnnl_status_t lectern_dnnl_norm(
    dnnl_engine_t engine, dnnl_stream_t stream, int64_t rows, int64_t columns, float *values, const float *scale,
    const float *shift, float epsilon) {
  dnnl_memory_desc_t matrix, vector;
  lectern_dnnl_matrix(&matrix, rows, columns, dnnl_f32, dnnl_ab);
  dnnl_dims_t dims = {columns};
  dnnl_memory_desc_init_by_tag(&vector, 1, dims, dnnl_f32, dnnl_a);
  dnnl_layer_normalization_desc_t operation;
  dnnl_status_t status = dnnl_layer_normalization_forward_desc_init(
      &operation, dnnl_forward_inference, &matrix, NULL, epsilon, dnnl_use_scale | dnnl_use_shift);
  if (status != dnnl_success) return status;
  dnnl_primitive_desc_t made;
  status = dnnl_primitive_desc_create(&made, &operation, NULL, engine, NULL);
  if (status != dnnl_success) return status;
  lectern_dnnl_operand operands[] = {
      {DNNL_ARG_SRC, &matrix, values},
      {DNNL_ARG_DST, &matrix, values},
      {DNNL_ARG_SCALE, &vector, (void *)scale},
      {DNNL_ARG_SHIFT, &vector, (void *)shift}};
  return lectern_dnnl_run(made, engine, stream, operands, 4);
}
